import { useParams } from 'react-router'
import { PageLink } from '../date/PageLink'
import { ActionLink } from '../heading/ActionLink'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { Particular, Particulars } from '../particulars/Particulars'
import { write } from '../session/verbs'
import { Loading } from '../states/Loading'
import { Missing } from '../states/Missing'
import { Unanswered } from '../states/Unanswered'
import { useWords } from '../words/useWords'
import './founding.css'
import { mayTake, returnedBecause, type Founding } from './founding'
import { FoundingMembers } from './FoundingMembers'
import { FoundingRecords } from './FoundingRecords'
import { FoundingTrack } from './FoundingTrack'
import { useFoundingWithMembers } from './useFoundingWithMembers'
import { useMissing } from './useMissing'

/** 筹建页: who has it since when and until when, what is missing, and the one thing to do now. */
export function FoundingPage() {
  const text = useText()
  const { id = '' } = useParams()
  const { data, error, refetch, paging } = useFoundingWithMembers(id)

  if (!data) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  const { founding } = data
  if (!founding) return <Missing error={error} retry={() => void refetch()} />

  return (
    <article className="page founding">
      <Heading founding={founding} />
      <Unanswered error={error} retry={() => void refetch()} />
      <FoundingTrack founding={founding} />
      <Standing founding={founding} />
      <FoundingMembers founding={founding} paging={paging} />
      <FoundingRecords founding={founding} />
      {founding.outcome === null && founding.mayPrepare && (
        <p className="founding-foot not-printed">
          <PageLink to={`/foundings/${id}/end`}>{text('founding.end')}</PageLink>
        </p>
      )}
    </article>
  )
}

function Heading({ founding }: { founding: Founding }) {
  const text = useText()
  const words = useWords()
  const { id, name, step, level, desk, outcome } = founding
  const to = step === 'COLLECTION' ? `/foundings/${id}/members` : `/foundings/${id}/step`
  const holder = level ? text('foundingDesk.association', { area: desk?.name ?? '—' }) : text('foundingDesk.group')
  return (
    <PageHeading
      name={text('founding.name', { name })}
      action={
        step &&
        mayTake(founding) && (
          <ActionLink to={to} verb={write('foundings')}>
            {text(`founding.action.${step}`)}
          </ActionLink>
        )
      }
    >
      {outcome
        ? text('founding.titleOver', { name, outcome: words.foundingOutcome(outcome) })
        : text('founding.title', { name, step: step ? words.foundingStep(step) : '—', holder })}
    </PageHeading>
  )
}

function Standing({ founding }: { founding: Founding }) {
  const text = useText()
  const words = useWords()
  const missing = useMissing()
  const { id, type, area, mode, industry, parent, host, alsoCovers, since, due, overdue, unit, notCovered, step, mayDecide } = founding
  const because = returnedBecause(founding)
  return (
    <>
      {because && <p className="founding-returned">{text('founding.returned', { reason: because })}</p>}
      {missing(founding) && <p className="founding-missing">{missing(founding)}</p>}
      <Particulars>
        {since && (
          <Particular name={text('founding.waits')}>
            {text('founding.sinceUntil', { since, due: due ?? '—' })}
            {overdue && <span className="overdue"> {text('founding.overdue')}</span>}
          </Particular>
        )}
        <Particular name={text('foundingDesk.type')}>{type.name}</Particular>
        <Particular name={text('foundingDesk.area')}>{area?.name}</Particular>
        <Particular name={text('foundingDesk.mode')}>{[words.mode(mode), industry].filter(Boolean).join(' · ')}</Particular>
        {alsoCovers.length > 0 && (
          <Particular name={text('founding.alsoCovers')}>{words.list(alsoCovers.map(({ name }) => name))}</Particular>
        )}
        {host && (
          <Particular name={text('founding.host')}>
            <PageLink to={`/units/${host.id}`}>{host.name}</PageLink>
          </Particular>
        )}
        {parent && (
          <Particular name={text('founding.parent')}>
            <PageLink to={`/units/${parent.id}`}>{parent.name}</PageLink>
          </Particular>
        )}
        {unit && (
          <Particular name={text('founding.unit')}>
            <PageLink to={`/units/${unit.id}`}>{unit.name}</PageLink>
          </Particular>
        )}
        {notCovered.length > 0 && (
          <Particular name={text('founding.notCovered')}>{words.list(notCovered.map(({ name }) => name))}</Particular>
        )}
        <Particular name={text('founding.papers')}>
          <span className="founding-papers">
            {(['application', 'members', 'reply'] as const).map((paper) => (
              <PageLink key={paper} to={`/foundings/${id}/papers/${paper}`}>
                {text(`founding.paper.${paper}`)}
              </PageLink>
            ))}
          </span>
        </Particular>
      </Particulars>
      {(step === 'REVIEW' || step === 'REPLY') && mayDecide && (
        <p className="founding-foot not-printed">
          <PageLink to={`/foundings/${id}/return`}>{text('founding.return')}</PageLink>
          {step === 'REPLY' && <PageLink to={`/foundings/${id}/refuse`}>{text('founding.refuse')}</PageLink>}
        </p>
      )}
    </>
  )
}
