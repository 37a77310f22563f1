import { runService } from '@sizhang/service-kit'
import { membership } from './membership'

void runService(() => membership(process.env))
