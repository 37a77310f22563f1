import { number } from '../table'

/** How much of the log was read at a moment (milliseconds). */
interface Look {
  at: number
  read: number
}

/** A rate is taken over the last looks: it follows what the system does now. */
const LOOKS_A_RATE = 6

/** Tells how far something is that reads a log, how fast it is, and how long the rest will take. */
export class Progress {
  private readonly looks: Look[] = []

  /** @returns `12,000 / 48,000 条 events  25 %  3,000/s  余 rest 0:12` */
  line(read: number, all: number, now: number): string {
    this.looks.push({ at: now, read })
    if (this.looks.length > LOOKS_A_RATE) this.looks.shift()
    const share = all === 0 ? 100 : Math.floor((read / all) * 100)
    return `${number(read)} / ${number(all)} 条 events  ${share} %  ${this.speed(all - read)}`
  }

  private speed(left: number): string {
    const [first, last] = [this.looks[0], this.looks.at(-1)]
    const seconds = first && last ? (last.at - first.at) / 1_000 : 0
    const rate = first && last && seconds > 0 ? (last.read - first.read) / seconds : 0
    const rest = rate > 0 ? clock(left / rate) : '—'
    return `${rate > 0 ? number(Math.round(rate)) : '—'}/s  余 rest ${rest}`
  }
}

/** `1:05`, minutes and seconds. */
function clock(seconds: number): string {
  const whole = Math.ceil(seconds)
  return `${number(Math.floor(whole / 60))}:${String(whole % 60).padStart(2, '0')}`
}
