// as apps/reporting/src/network/projection.ts
import type { Model } from 'mongoose'

export class Projection<Row extends { _id: string }> {
  constructor(readonly model: Model<Row & { from: string }>) {}
}
