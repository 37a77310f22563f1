import type { FigureText } from '../figures/figures'

/** The figures of work in words (N2.2, N3.3, domain (g)). */
export const workTexts = {
  activities: {
    zh: { unit: '次', definition: '期间开展的活动数；多家联合主办的只计一次，撤回的不计' },
    en: { unit: 'activities', definition: 'Activities held in the time; one with several hosts counts once, a withdrawn one not at all' },
  },
  personTimes: {
    zh: { unit: '人次', definition: '受众人次之和，不去重，不含线上浏览量' },
    en: { unit: 'person-times', definition: 'Sum of the audiences, never de-duplicated, without views on line' },
  },
  ledByHeads: {
    zh: { unit: '次', definition: '由医院院长、中小学校长、农技站站长或科技型企业家带队的活动数' },
    en: { unit: 'activities', definition: 'Activities led by the head of a hospital, school, agri-tech station or tech firm' },
  },
} satisfies Record<string, FigureText>

/** A recorded figure in words; its unit and description are the pack's. */
export function summedText(unit: { zh: string; en: string }): FigureText {
  return {
    zh: { unit: unit.zh, definition: '期间各项活动登记数之和，不去重' },
    en: { unit: unit.en, definition: 'Sum over the activities of the time, as recorded, never de-duplicated' },
  }
}
