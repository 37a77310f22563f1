import { dieIfArmed, type Patch } from '../rig/bundles'

/** A guard left out, for a control. */
export interface LeftOut {
  without: string
  patches: readonly Patch[]
}

/** Events of a process that died are not looked for. */
export const noSweeper: LeftOut = {
  without: 'the sweeper: outboxes that a dead process left behind are not looked for',
  patches: [{ file: 'libs/messaging/src/outbox/relay.ts', find: '    this.sweeper.start()\n', put: '' }],
}

/** The read models' place is moved on before they are written. */
export const positionFirst: LeftOut = {
  without: 'the order of write and position: the position moves first',
  patches: [
    {
      file: 'libs/messaging/src/projection/projector.ts',
      find: '    const done = await this.carryOut(plans)\n    if',
      put: `    await this.positions.advance(reached(plans), partitions)\n    ${dieIfArmed}\n    await new Promise((resolve) => setTimeout(resolve, 250))\n    const done = await this.carryOut(plans)\n    if`,
    },
  ],
}

/** A command that was carried out is carried out again. */
export const noRepeats: LeftOut = {
  without: 'the memory of command ids: a repeated command is a new one',
  patches: [
    {
      file: 'libs/service-kit/src/store/aggregate-store.ts',
      find: '    const id = commandIdOf(command)\n',
      put: '    const id = crypto.randomUUID()\n',
    },
    {
      file: 'libs/service-kit/src/store/aggregate-store.ts',
      find: 'if (known?.log.commands.some((kept) => kept.id === commandId)) return this.repeated(id, command)',
      put: '',
    },
  ],
}
