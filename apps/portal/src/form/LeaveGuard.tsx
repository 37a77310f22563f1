import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useBlocker } from 'react-router'
import { useText } from '../language/useText'
import './form.css'

/** Asks before a page with something unsaved is left. The draft is kept in either case. */
export function LeaveGuard({ dirty }: { dirty: boolean }) {
  const text = useText()
  const dialog = useRef<HTMLDialogElement>(null)
  const blocker = useBlocker(({ currentLocation, nextLocation }) => dirty && currentLocation.pathname !== nextLocation.pathname)
  const asking = blocker.state === 'blocked'

  useEffect(() => {
    if (asking) dialog.current?.showModal()
    else dialog.current?.close()
  }, [asking])

  useEffect(() => {
    if (!dirty) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [dirty])

  return (
    <dialog ref={dialog} className="leave-guard" onClose={() => blocker.reset?.()}>
      <h2>{text('form.leave')}</h2>
      <p>{text('form.leave.hint')}</p>
      <p className="command-form-foot">
        <Button type="primary" onClick={() => blocker.reset?.()}>
          {text('form.leave.stay')}
        </Button>
        <Button type="text" onClick={() => blocker.proceed?.()}>
          {text('form.leave.go')}
        </Button>
      </p>
    </dialog>
  )
}
