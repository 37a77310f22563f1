import type { FigureText } from '../figures/figures'

const bodies = { zh: '个', en: 'bodies' }
const persons = { zh: '人', en: 'persons' }

/** The figures of the heads' entry in words (N1.1, domain (g)). */
export const entryTexts = {
  bodies: {
    zh: { unit: bodies.zh, definition: '本级组织中当日有届期（含超期）的机构数；已撤销组织的机构不计' },
    en: {
      unit: bodies.en,
      definition: 'Bodies of units of the level with a running or overdue term on the day; not those of dissolved units',
    },
  },
  fullHouse: {
    zh: { unit: bodies.zh, definition: '医院院长、中小学校长、农技站站长、科技型企业家四类均有人在任的机构数' },
    en: { unit: bodies.en, definition: 'Bodies in which heads of all four kinds hold posts: hospital, school, agri-tech, tech firm' },
  },
  persons: {
    zh: { unit: persons.zh, definition: '当日在任的四长人数，同一人在本级多个机构任职只计一次' },
    en: {
      unit: persons.en,
      definition: 'Persons of the four heads in office on the day; who holds several posts at the level counts once',
    },
  },
  headBodies: {
    zh: { unit: bodies.zh, definition: '至少有一名该类四长在任的机构数' },
    en: { unit: bodies.en, definition: 'Bodies with at least one holder who is this head' },
  },
  headPersons: {
    zh: { unit: persons.zh, definition: '当日在任的该类四长人数，同一人只计一次；离开本职岗位之日起不再计入' },
    en: {
      unit: persons.en,
      definition: 'Persons in office who are this head, each once; from the day on which the home job was left, no more',
    },
  },
} satisfies Record<string, FigureText>
