import { runCommand } from './commands'

void runCommand(process.argv.slice(2))
