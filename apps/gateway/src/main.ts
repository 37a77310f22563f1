import { settings } from './config'
import { startGateway } from './gateway'

/** The gateway as a process: settings, start, and an orderly end on SIGTERM or SIGINT. A wrong setting ends it with its name. */
async function main(): Promise<void> {
  try {
    const running = await startGateway(settings(process.env))
    const end = () => void running.stop().then(() => process.exit(0))
    process.once('SIGTERM', end)
    process.once('SIGINT', end)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  }
}

void main()
