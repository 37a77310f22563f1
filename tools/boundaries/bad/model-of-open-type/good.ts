// as apps/reporting/src/network/projection.ts
import type { Model } from 'mongoose'

interface Unit {
  _id: string
}

export class Projection<Row> {
  constructor(
    readonly model: Model<Unit>,
    readonly rows: Row[],
  ) {}
}
