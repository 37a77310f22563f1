import { standingOf } from '../consents/consents'
import { LegalBasisLines } from '../consents/LegalBasisLines'
import { RefusalText } from '../form/RefusalText'
import { useSaved } from '../frame/Saved'
import type { LegalBasisLineFragment } from '../graph.generated'
import { GiveMyConsentDocument, WithdrawMyConsentDocument } from '../graph.generated'
import { useCommand } from '../graph/useCommand'
import { useText } from '../language/useText'

/** 我的同意: what the reader's data is used for and on what ground; what rests on his consent he gives and takes back, each by one button (PIPL Art.15). */
export function MyConsents({ bases }: { bases: readonly LegalBasisLineFragment[] }) {
  const text = useText()
  const saved = useSaved()
  const give = useCommand(GiveMyConsentDocument)
  const withdraw = useCommand(WithdrawMyConsentDocument)
  const refusal = give.refusal ?? withdraw.refusal

  const change = async (basis: LegalBasisLineFragment, agrees: boolean) => {
    const { code: purpose, textVersion, name } = basis.purpose
    give.forget()
    withdraw.forget()
    const done = agrees ? await give.send({ input: { purpose, textVersion } }) : await withdraw.send({ input: { purpose } })
    if (done) saved(text(agrees ? 'myData.consents.given' : 'myData.consents.withdrawn', { purpose: name }))
  }

  return (
    <section>
      <h2>{text('consents.name')}</h2>
      <p className="quiet small">{text('myData.consents.hint')}</p>
      <LegalBasisLines
        bases={bases}
        action={(basis) => {
          const standing = standingOf(basis)
          if (standing === 'notAsked') return null
          const agrees = standing !== 'given'
          return (
            <button
              type="button"
              className="plain-button not-printed"
              aria-label={text(agrees ? 'myData.consents.giveOf' : 'myData.consents.withdrawOf', { purpose: basis.purpose.name })}
              onClick={() => void change(basis, agrees)}
            >
              {text(agrees ? 'myData.consents.give' : 'myData.consents.withdraw')}
            </button>
          )
        }}
      />
      {refusal && <RefusalText refusal={refusal} />}
      {(give.failed || withdraw.failed) && (
        <p className="refusal" role="alert">
          {text('form.failed')}
        </p>
      )}
    </section>
  )
}
