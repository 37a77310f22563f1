import { useState } from 'react'
import { useToday } from '../date/useToday'
import { CommandForm } from '../form/CommandForm'
import { RefusalText } from '../form/RefusalText'
import { useSaved } from '../frame/Saved'
import type { LegalBasisLineFragment } from '../graph.generated'
import { GiveConsentDocument, WithdrawConsentDocument } from '../graph.generated'
import { useCommand } from '../graph/useCommand'
import { useText } from '../language/useText'
import { useMay } from '../session/SessionProvider'
import { write } from '../session/verbs'
import { ConsentFields } from './ConsentFields'
import { consentInputs, noConsent, standingOf, type ConsentDraft } from './consents'
import { LegalBasisLines } from './LegalBasisLines'

interface PersonConsentsProps {
  person: { id: string; name: string; legalBases: readonly LegalBasisLineFragment[] }
}

/** 处理依据: on what the use of a person's data rests; a clerk notes the consent of a paper, and its withdrawal at the person's word. */
export function PersonConsents({ person: { id, name, legalBases } }: PersonConsentsProps) {
  const text = useText()
  const saved = useSaved()
  const may = useMay(write('persons'))
  const today = useToday()
  const give = useCommand(GiveConsentDocument)
  const withdraw = useCommand(WithdrawConsentDocument)
  const [draft, change] = useState<ConsentDraft>(noConsent)
  const asked = legalBases.filter((basis) => ['none', 'withdrawn'].includes(standingOf(basis))).map(({ purpose }) => purpose)
  const [consent, ...further] = consentInputs(draft, asked, today) ?? []

  const send = async () => {
    if (!consent || further.length > 0 || !(await give.send({ input: { personId: id, consent } }))) return
    change(noConsent)
    saved(text('consents.saved', { name }))
  }
  const takeBack = async ({ purpose }: LegalBasisLineFragment) => {
    if (await withdraw.send({ input: { personId: id, purpose: purpose.code } }))
      saved(text('consents.withdrawn', { purpose: purpose.name }))
  }

  return (
    <section>
      <h2>{text('consents.name')}</h2>
      <LegalBasisLines
        bases={legalBases}
        action={(basis) =>
          may &&
          standingOf(basis) === 'given' && (
            <button
              type="button"
              className="plain-button not-printed"
              aria-label={text('consents.withdrawOf', { purpose: basis.purpose.name })}
              onClick={() => void takeBack(basis)}
            >
              {text('consents.withdraw')}
            </button>
          )
        }
      />
      {withdraw.refusal && <RefusalText refusal={withdraw.refusal} />}
      {may && asked.length > 0 && (
        <details className="consent-note not-printed">
          <summary>{text('consents.note')}</summary>
          <CommandForm
            command={give}
            fields={['consent.on']}
            submit={text('consents.note.submit')}
            ready={consent !== undefined && further.length === 0}
            onSubmit={() => void send()}
          >
            <ConsentFields
              draft={draft}
              terms={asked}
              refusal={give.refusal}
              set={(part) => {
                give.forget()
                change((before) => ({ ...before, ...part, ...(part.purposes && { purposes: part.purposes.slice(-1) }) }))
              }}
            />
          </CommandForm>
        </details>
      )}
    </section>
  )
}
