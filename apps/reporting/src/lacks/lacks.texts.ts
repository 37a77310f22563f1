import type { FigureText } from '../figures/figures'
import type { Lack } from './lacks.domain'

const units = { zh: '个', en: 'units' }

/** The names of the four lacks (N3.2). */
export const lackNames: Record<Lack, Record<'zh' | 'en', string>> = {
  POSTS: { zh: '缺编制', en: 'No posts' },
  FUNDS: { zh: '缺经费', en: 'No funds' },
  PREMISES: { zh: '缺办公场所', en: 'No premises' },
  STAFF: { zh: '缺工作人员', en: 'No staff' },
}

/** The figures of the four lacks in words (N3.2, domain (g)). */
export const lackTexts = {
  units: {
    zh: { unit: units.zh, definition: '当日有效的本级组织数' },
    en: { unit: units.en, definition: 'Units of the level in force on the day' },
  },
  LACKING: {
    zh: {
      unit: units.zh,
      definition: '按当日之前最近一次有依据的登记，编制、当年预算经费、办公场所或专职人员为 0 的组织数',
    },
    en: {
      unit: units.en,
      definition:
        'Units whose posts, funds in the year’s budget, premises or full-time staff are 0 by the last note with evidence up to the day',
    },
  },
  NOT_LACKING: {
    zh: { unit: units.zh, definition: '按当日之前最近一次有依据的登记，不为 0 的组织数' },
    en: { unit: units.en, definition: 'Units where they are not 0 by the last note with evidence up to the day' },
  },
  UNKNOWN: {
    zh: { unit: units.zh, definition: '没有登记的组织数；经费没有当年登记的也在内。未知不等于不缺，也不等于缺' },
    en: {
      unit: units.en,
      definition: 'Units of which nothing was noted, or no funds for the year of the day. Unknown is neither lacking nor not',
    },
  },
  rate: {
    zh: { unit: '%', definition: '缺 ÷（缺 + 不缺），未知的不计' },
    en: { unit: '%', definition: 'Lacking ÷ (lacking + not lacking), without the unknown' },
  },
} satisfies Record<string, FigureText>
