import { Button } from 'antd'
import { useText } from '../language/useText'
import '../states/states.css'

/** A part of the page that was not answered, and how to ask again. */
export function NotTold({ retry }: { retry: () => Promise<void> }) {
  const text = useText()
  return (
    <div className="unanswered not-printed" role="alert">
      <p>{text('states.unanswered')}</p>
      <Button size="small" onClick={() => void retry()}>
        {text('states.retry')}
      </Button>
    </div>
  )
}
