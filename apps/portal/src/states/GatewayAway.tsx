import { Button } from 'antd'
import { useText } from '../language/useText'
import './states.css'

/** The gateway does not answer at all. */
export function GatewayAway({ retry }: { retry: () => void }) {
  const text = useText()
  return (
    <div className="empty-state" role="alert">
      <h1>{text('states.away')}</h1>
      <p>{text('states.away.hint')}</p>
      <p>
        <Button onClick={retry}>{text('states.retry')}</Button>
      </p>
    </div>
  )
}
