import { useQuery } from '@apollo/client/react'
import { useParams } from 'react-router'
import { useParameter } from '../address/useParameter'
import { PageLink } from '../date/PageLink'
import { useOn } from '../date/useOn'
import { Field } from '../form/Field'
import { RadioField } from '../form/RadioField'
import { SelectField } from '../form/SelectField'
import type { WhereInput } from '../graph.generated'
import { WhyDocument, WhyPageDocument } from '../graph.generated'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { AreaPicker } from '../pickers/AreaPicker'
import { PersonPicker } from '../pickers/PersonPicker'
import { UnitPicker } from '../pickers/UnitPicker'
import { Loading } from '../states/Loading'
import { Missing } from '../states/Missing'
import { Unanswered } from '../states/Unanswered'
import type { PlaceKind } from './explanations'
import { kindIn, kinds, placeOf, verbsOf } from './explanations'
import './explanations.css'
import { Reasons } from './Reasons'

/** 为什么可以: asks whether an account, or the reader, may do something somewhere, and says what it comes from or what is missing. */
export function WhyMayPage() {
  const text = useText()
  const { id } = useParams()
  const own = id === undefined
  const { data, error, refetch } = useQuery(WhyPageDocument, { variables: { accountId: id ?? '', own } })
  const [verb, setVerb] = useParameter('verb')
  const [kindSaid, setKind] = useParameter('kind')
  const kind = kindIn(kindSaid)
  const [place, setPlace] = useParameter(kind.toLowerCase())

  if (!data) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  const account = own ? data.me : data.account
  if (!account) return <Missing error={error} retry={() => void refetch()} />
  const at = placeOf(kind, place)

  return (
    <article className="page">
      <PageHeading name={text('explanations.name')}>
        {own ? text('explanations.own') : text('explanations.title', { holder: account.holder })}
      </PageHeading>
      <p className="quiet">{text('explanations.lead')}</p>
      <div className="command-form why-form not-printed">
        <Field label={text('explanations.verb')}>
          {(input) => (
            <SelectField input={input} value={verb} onChange={setVerb} options={verbsOf(data)} placeholder={text('explanations.choose')} />
          )}
        </Field>
        <RadioField
          label={text('explanations.at')}
          options={kinds.map((one) => ({ value: one, name: text(`explanations.at.${one}`) }))}
          value={kind}
          onChange={setKind}
        />
        <PlaceField kind={kind} value={place} onChange={setPlace} />
      </div>
      {verb && at && <Answer accountId={id} verb={verb} at={at} />}
      {!own && (
        <p className="not-printed">
          <PageLink to={`/accounts/${account.id}`}>{text('explanations.back')}</PageLink>
        </p>
      )}
    </article>
  )
}

interface PlaceFieldProps {
  kind: PlaceKind
  value: string | undefined
  onChange: (id: string | null) => void
}

function PlaceField({ kind, value, onChange }: PlaceFieldProps) {
  const text = useText()
  if (kind === 'CITY') return null
  const Picker = { AREA: AreaPicker, UNIT: UnitPicker, PERSON: PersonPicker }[kind]
  return (
    <Field label={text(`explanations.at.${kind}`)}>
      {(input) => <Picker key={kind} input={input} value={value ?? null} onChange={onChange} />}
    </Field>
  )
}

function Answer({ accountId, verb, at }: { accountId: string | undefined; verb: string; at: WhereInput }) {
  const text = useText()
  const { on } = useOn()
  const { data, error, refetch } = useQuery(WhyDocument, { variables: { accountId, verb, at, on }, fetchPolicy: 'network-only' })
  if (!data) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  const { may, missing, reasons, verb: asked } = data.whyMay

  return (
    <section aria-live="polite">
      <h2>{text(may ? 'explanations.may' : 'explanations.mayNot', { verb: asked.name })}</h2>
      {missing && <p>{text(`explanations.missing.${missing}`)}</p>}
      <Reasons reasons={reasons} />
    </section>
  )
}
