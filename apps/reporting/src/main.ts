import { runService } from '@sizhang/service-kit'
import { reporting } from './reporting'

void runService(reporting)
