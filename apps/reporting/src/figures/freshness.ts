import { Inject, Injectable } from '@nestjs/common'
import type { LocalDate } from '@sizhang/contracts'
import { Calendar, REGISTRY } from '@sizhang/service-kit'
import type { Registry } from 'prom-client'

/** 数据时点: how fresh a figure is. */
export interface AsOf {
  on: LocalDate
  at: Date
  lagSeconds: number
}

/** Says how far behind the facts this service's figures are, as its own metrics have it. */
@Injectable()
export class Freshness {
  constructor(
    @Inject(REGISTRY) private readonly registry: Registry,
    private readonly calendar: Calendar,
  ) {}

  /** The freshness of figures of a day, at this moment. */
  async asOf(on: LocalDate): Promise<AsOf> {
    const lag = await this.registry.getSingleMetric('sizhang_consumer_lag_seconds')?.get()
    return { on, at: this.calendar.now(), lagSeconds: Math.max(0, ...(lag?.values ?? []).map(({ value }) => value)) }
  }
}
