import type { FigureText } from '../figures/figures'

const areas = { zh: '个', en: 'areas' }

/** The figures of coverage in words (domain (g)). */
export const coverageTexts = {
  total: {
    zh: { unit: areas.zh, definition: '当日在册的本级区划数，不含功能区和代码表占位行' },
    en: { unit: areas.en, definition: 'Areas of the level in the list on the day, without zones and placeholders of the code list' },
  },
  covered: {
    zh: { unit: areas.zh, definition: '当日有本级科协（单独组建、联建或依托组建）在册的区划数' },
    en: { unit: areas.en, definition: 'Areas for which an association of the level is in force on the day: own, joint or hosted' },
  },
  functioning: {
    zh: { unit: areas.zh, definition: '已覆盖，届期有效或超期不满一年（含满一年当日），且有主席：当日在任，或届期已满时任职到届满' },
    en: {
      unit: areas.en,
      definition:
        'Covered, with a term valid or at most a year overdue and a chair: in office on the day or, while the term is overdue, on its last day',
    },
  },
  blank: {
    zh: { unit: areas.zh, definition: '当日没有本级科协在册的区划数（空白点）' },
    en: { unit: areas.en, definition: 'Areas for which no association of the level is in force on the day' },
  },
  zones: {
    zh: { unit: areas.zh, definition: '开发区等功能区，单列，不计入总数；其中的村和社区照常计入' },
    en: {
      unit: areas.en,
      definition: 'Development zones, shown apart and not in the total; villages and communities inside them do count',
    },
  },
  rate: {
    zh: { unit: '%', definition: '已覆盖 ÷ 总数' },
    en: { unit: '%', definition: 'Covered ÷ total' },
  },
} satisfies Record<string, FigureText>
