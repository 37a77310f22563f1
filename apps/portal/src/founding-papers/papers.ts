import { nameOf, type Founding } from '../founding/founding'
import type { useText } from '../language/useText'
import type { useWords } from '../words/useWords'
import type { Paper } from './word'

/** The papers that are made from the record. */
export const papers = ['application', 'members', 'reply'] as const
/** 成立申请表, 会员名单, 批复. */
export type PaperName = (typeof papers)[number]

interface Texts {
  text: ReturnType<typeof useText>
  words: ReturnType<typeof useWords>
}

/** What a paper of a founding says. Nothing is invented: what is not on record is a line to fill in. */
export function paperOf(name: PaperName, founding: Founding, texts: Texts): Paper {
  if (name === 'application') return application(founding, texts)
  return name === 'members' ? memberList(founding, texts) : reply(founding, texts)
}

const BLANK = '____________'

function application(founding: Founding, { text, words }: Texts): Paper {
  const { name, type, area, mode, industry, parent, host, counts, records } = founding
  const rules = records.filter(({ step }) => step === 'RULES').at(-1)
  const applied = records.filter(({ step }) => step === 'APPLICATION').at(-1)
  const lines: [string, string | null | undefined][] = [
    [text('foundingPapers.unit'), name],
    [text('foundingDesk.type'), type.name],
    [text('foundingDesk.area'), area?.name],
    [text('foundingDesk.mode'), [words.mode(mode), industry].filter(Boolean).join(' · ')],
    [text('founding.parent'), parent?.name],
    ...(host ? [[text('founding.host'), host.name] as [string, string]] : []),
    [text('foundingPapers.begunOn'), records[0]?.on],
    [text('founding.member'), text('foundingPapers.counts', { persons: counts.persons ?? 0, units: counts.units ?? 0 })],
    [text('foundingPapers.rules'), rules?.paper],
    [text('foundingPapers.with'), applied && words.list(applied.papers.map(({ title }) => title))],
  ]
  return {
    title: text('foundingPapers.application.title', { name }),
    number: '',
    paragraphs: [],
    table: {
      head: [text('foundingPapers.item'), text('foundingPapers.content')],
      rows: lines.map(([label, value]) => [label, value || BLANK]),
    },
    signature: [text('foundingPapers.group', { name }), applied?.on ?? BLANK],
  }
}

function memberList({ name, members, counts, records }: Founding, { text }: Texts): Paper {
  return {
    title: text('foundingPapers.members.title', { name }),
    number: '',
    paragraphs: [text('foundingPapers.counts', { persons: counts.persons ?? 0, units: counts.units ?? 0 })],
    table: {
      head: [text('foundingPapers.place'), text('founding.member'), text('founding.memberKind'), text('founding.employerKind')],
      rows: members.nodes.map((member, place) => [
        String(place + 1),
        nameOf(member),
        text(`founding.kind.${member.kind}`),
        member.employer?.kindName ?? '',
      ]),
    },
    signature: [text('foundingPapers.group', { name }), records.at(-1)?.on ?? BLANK],
  }
}

function reply({ name, step, desk, records, mode, counts }: Founding, { text, words }: Texts): Paper {
  const applied = records.filter(({ step }) => step === 'APPLICATION').at(-1)
  const given = records.filter(({ step, returned }) => step === 'REPLY' && !returned).at(-1)
  const about = {
    name,
    mode: words.mode(mode),
    application: applied?.paper ?? BLANK,
    persons: counts.persons ?? 0,
    units: counts.units ?? 0,
  }
  return {
    title: text(given?.reason ? 'foundingPapers.reply.refusal.title' : 'foundingPapers.reply.title', { name }),
    number: given?.paper ?? BLANK,
    paragraphs: [
      text('foundingPapers.reply.to', { name }),
      text('foundingPapers.reply.received', about),
      given?.reason ? text('foundingPapers.reply.no', { name, reason: given.reason }) : text('foundingPapers.reply.yes', about),
      ...(given?.reason ? [] : [text('foundingPapers.reply.next')]),
    ],
    table: null,
    // Who replies is who has it until then.
    signature: [step === 'REPLY' && desk ? text('foundingDesk.association', { area: desk.name }) : '', given?.on ?? BLANK],
  }
}
