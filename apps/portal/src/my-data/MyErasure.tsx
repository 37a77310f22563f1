import { Button } from 'antd'
import { RefusalText } from '../form/RefusalText'
import type { MyDataFragment } from '../graph.generated'
import { AskForErasureDocument } from '../graph.generated'
import { useCommand } from '../graph/useCommand'
import { useText } from '../language/useText'

/** 申请删除: asks that what is kept be erased, and shows what was said to it (PIPL Art.47 and 50). */
export function MyErasure({ request }: { request: MyDataFragment['erasureRequest'] }) {
  const text = useText()
  const ask = useCommand(AskForErasureDocument)
  const isWaiting = request?.declinedOn === null

  return (
    <section className="not-printed">
      <h2>{text('myData.erase')}</h2>
      {request && (
        <p>
          {text(isWaiting ? 'myData.erase.waiting' : 'myData.erase.declined', {
            on: request.on,
            declinedOn: request.declinedOn,
            reason: request.reason,
          })}
        </p>
      )}
      {!isWaiting && (
        <>
          <p>{text('myData.erase.hint')}</p>
          <p>
            <Button loading={ask.running} onClick={() => void ask.send({})}>
              {text('myData.erase.ask')}
            </Button>
          </p>
        </>
      )}
      {ask.refusal && <RefusalText refusal={ask.refusal} />}
      {ask.failed && (
        <p className="refusal" role="alert">
          {text('form.failed')}
        </p>
      )}
    </section>
  )
}
