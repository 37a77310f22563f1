import { PaperWithdrawn } from '@sizhang/contracts'
import { given } from '@sizhang/testing'
import { attachPaper, giveUpPapers, markPersonsInPaper, withdrawPaper, type Paper, type Papers } from './papers.domain'

const id = (place: number) => `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`
const [FOUNDING, RECORD, LI, WU] = [id(900), id(901), id(902), id(903)]
const [EARLIER, AT, LATER] = ['2026-03-30', '2026-03-31', '2026-04-01'].map((day) => new Date(`${day}T12:00:00Z`)) as [Date, Date, Date]
const scan = (place: number, said: Partial<Paper> = {}): Paper => ({
  ...{ id: id(place), kind: 'PDF', size: 9, sha256: String(place), attachedAt: AT, attachedBy: 'clerk', names: [] },
  ...{ upload: `upload-${place}`, withdrawn: null },
  ...said,
})
const hung = (...papers: Paper[]): Papers => ({
  ...{ subject: 'FOUNDING', subjectId: FOUNDING, record: '3', unitId: null, path: ['320200'] },
  ...{ papers, clearing: [] },
})
const taken = (place: number) => scan(place, { withdrawn: { at: AT, by: 'clerk', reason: 'WRONG_FILE' } })
const withdrawing = { recordId: RECORD, at: AT, by: 'clerk', reason: 'NAMES_SOMEBODY' } as const

test('a scan is attached to a record, and no fact tells of it: nobody else has to know', () => {
  given(hung())
    .when(attachPaper, scan(1, { names: [LI, LI] }))
    .then()
    .leaving({ papers: [scan(1, { names: [LI] })] })
})

test('the same scan once more changes nothing, whoever sends it', () => {
  given(hung(scan(1)))
    .when(attachPaper, scan(1, { attachedBy: 'another', upload: 'again' }))
    .leaves({ papers: [scan(1)] })
})

test('ten scans hang on a record at once; the eleventh waits until one is taken back', () => {
  const ten = Array.from({ length: 10 }, (_, place) => scan(place))
  given(hung(...ten))
    .when(attachPaper, scan(10))
    .rejects('PAPERS_TOO_MANY', { value: 10, max: 10 })
  given(hung(...ten.slice(1), taken(0)))
    .when(attachPaper, scan(10))
    .then()
})

test('a scan that was taken back does not come back', () => {
  given(hung(taken(1)))
    .when(attachPaper, scan(1))
    .rejects('PAPER_WITHDRAWN')
  given(hung(taken(1)))
    .when(withdrawPaper, id(1), withdrawing)
    .rejects('PAPER_WITHDRAWN')
  given(hung(taken(1)))
    .when(markPersonsInPaper, id(1), [LI])
    .rejects('PAPER_WITHDRAWN')
})

test('taken back, it is told by its ids and a code alone; that it was there stays, whom it named does not', () => {
  const withdrawn = { at: AT, by: 'clerk', reason: 'NAMES_SOMEBODY' } as const
  given(hung(scan(1, { names: [LI] }), scan(2)))
    .when(withdrawPaper, id(1), withdrawing)
    .then(PaperWithdrawn.of({ recordId: RECORD, paperId: id(1), reason: 'NAMES_SOMEBODY' }))
    .leaving({ papers: [scan(1, { withdrawn }), scan(2)], clearing: ['upload-1'] })
  given(hung(scan(2)))
    .when(withdrawPaper, id(1), withdrawing)
    .rejects('NOT_FOUND')
})

test('the persons whom a scan names are marked anew each time, fifty at most', () => {
  given(hung(scan(1, { names: [LI] })))
    .when(markPersonsInPaper, id(1), [WU])
    .leaves({ papers: [scan(1, { names: [WU] })] })
  given(hung(scan(1)))
    .when(
      markPersonsInPaper,
      id(1),
      Array.from({ length: 51 }, (_, place) => id(place)),
    )
    .rejects('PAPER_NAMES_TOO_MANY', { max: 50 })
})

test('what was kept for its time goes by nobody’s hand, and what is younger stays', () => {
  const [old, gone] = [scan(1, { attachedAt: EARLIER }), taken(3)]
  given(hung(old, scan(2), gone))
    .when(giveUpPapers, AT, RECORD, LATER)
    .then(PaperWithdrawn.of({ recordId: RECORD, paperId: id(1), reason: 'TERM_OVER' }))
    .leaving({ papers: [{ ...old, withdrawn: { at: LATER, by: null, reason: 'TERM_OVER' } }, scan(2), gone] })
  given(hung(scan(2)))
    .when(giveUpPapers, AT, RECORD, LATER)
    .then()
})
