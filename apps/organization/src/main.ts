import { runService } from '@sizhang/service-kit'
import { organization } from './organization'

void runService(() => organization(process.env))
