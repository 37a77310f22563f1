import { runService } from '@sizhang/service-kit'
import { activity } from './activity'

void runService(() => activity(process.env))
