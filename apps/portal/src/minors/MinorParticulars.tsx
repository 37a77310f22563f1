import { MaskedNumber } from '../accesses/MaskedNumber'
import { CommandForm } from '../form/CommandForm'
import { useLeave } from '../frame/useLeave'
import type { LegalBasisLineFragment, MinorLineFragment } from '../graph.generated'
import { WithdrawGuardianConsentDocument } from '../graph.generated'
import { useCommand } from '../graph/useCommand'
import { useText } from '../language/useText'
import { Particular } from '../particulars/Particulars'
import { useMay } from '../session/SessionProvider'
import { write } from '../session/verbs'
import { consentOf } from './minors'

interface MinorParticularsProps {
  person: { id: string; name: string; legalBases: readonly LegalBasisLineFragment[] }
  minor: MinorLineFragment
}

/** 未满十四周岁: until when, and which guardian agreed; a clerk notes that he agrees no more. */
export function MinorParticulars({ person, minor }: MinorParticularsProps) {
  const text = useText()
  const { until, guardianName, guardianPhone, relation, consentedOn, withdrawnOn } = minor

  return (
    <>
      <Particular name={text('minors.until')}>{text('minors.untilDay', { until })}</Particular>
      <Particular name={text('minors.guardian')}>
        {guardianName && relation && consentedOn
          ? consentOf({ name: guardianName, relation, consentedOn }, text)
          : text('minors.nobodyAgreed')}
        {withdrawnOn && <> {text('minors.withdrawn', { on: withdrawnOn })}</>}
        {guardianName && !withdrawnOn && <GuardianWithdrawal person={person} />}
      </Particular>
      {guardianPhone && (
        <Particular name={text('minors.guardianPhone')}>
          <MaskedNumber person={person} field="GUARDIAN_PHONE" masked={guardianPhone} />
        </Particular>
      )}
    </>
  )
}

/** 监护人撤回同意: what follows is said first, as the child is not found any more but by who may erase. */
function GuardianWithdrawal({ person: { id, name } }: Pick<MinorParticularsProps, 'person'>) {
  const text = useText()
  const leave = useLeave()
  const may = useMay(write('persons'))
  const withdraw = useCommand(WithdrawGuardianConsentDocument)

  const send = async () => {
    if (!(await withdraw.send({ input: { personId: id } }))) return
    leave('/people', text('minors.withdrawal.saved', { name }))
  }
  if (!may) return null
  return (
    <details className="not-printed">
      <summary>{text('minors.withdrawal')}</summary>
      <CommandForm command={withdraw} fields={[]} submit={text('minors.withdrawal.submit')} onSubmit={() => void send()}>
        <p className="quiet small">{text('minors.withdrawal.lead')}</p>
      </CommandForm>
    </details>
  )
}
