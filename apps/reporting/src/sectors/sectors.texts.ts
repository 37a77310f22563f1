import type { FigureText } from '../figures/figures'

const employers = { zh: '个', en: 'employers' }

/** The figures of coverage by sector in words (N2.3d, domain (g)). */
export const sectorTexts = {
  known: {
    zh: { unit: employers.zh, definition: '当日已登记的单位数' },
    en: { unit: employers.en, definition: 'Employers that are registered on the day' },
  },
  covered: {
    zh: { unit: employers.zh, definition: '当日由一个组织覆盖的单位数：单独组建、区域联建、行业统建、依托组建都算；计单位，不计组织' },
    en: {
      unit: employers.en,
      definition:
        'Employers that a unit covers on the day, be it founded on its own, jointly, by industry or hosted; employers count, not units',
    },
  },
  OWN: {
    zh: { unit: employers.zh, definition: '当日由单独组建的组织覆盖的单位数' },
    en: { unit: employers.en, definition: 'Employers that a unit founded on its own covers on the day' },
  },
  JOINT_BY_AREA: {
    zh: { unit: employers.zh, definition: '当日由区域联建的组织覆盖的单位数' },
    en: { unit: employers.en, definition: 'Employers that a unit founded jointly by area covers on the day' },
  },
  BY_INDUSTRY: {
    zh: { unit: employers.zh, definition: '当日由行业统建的组织覆盖的单位数' },
    en: { unit: employers.en, definition: 'Employers that a unit founded by industry covers on the day' },
  },
  HOSTED: {
    zh: { unit: employers.zh, definition: '当日由依托组建的组织覆盖的单位数' },
    en: { unit: employers.en, definition: 'Employers that a hosted unit covers on the day' },
  },
  UNCOVERED: {
    zh: { unit: employers.zh, definition: '当日没有组织覆盖的单位数' },
    en: { unit: employers.en, definition: 'Employers that no unit covers on the day' },
  },
  rate: {
    zh: { unit: '%', definition: '已覆盖 ÷ 已登记' },
    en: { unit: '%', definition: 'Covered ÷ registered' },
  },
} satisfies Record<string, FigureText>
