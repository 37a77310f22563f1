import type { MouseEvent, ReactNode, ToggleEvent } from 'react'
import { useId, useRef } from 'react'
import './screen.css'

interface FlyoutProps {
  /** What stands on the button. */
  name: ReactNode
  /** Says what it is where the name alone does not. */
  label?: string
  className?: string
  children: ReactNode
}

/** A button that opens a small sheet beside it, above everything; Esc, a click elsewhere and a link in it close it. */
export function Flyout({ name, label, className = 'plain-button', children }: FlyoutProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)

  const place = ({ newState, currentTarget: sheet }: ToggleEvent<HTMLElement>) => {
    if (newState !== 'open' || !button.current) return
    const { left, right, top, bottom } = button.current.getBoundingClientRect()
    const x = left + sheet.offsetWidth > innerWidth - 8 ? right - sheet.offsetWidth : left
    const y = bottom + sheet.offsetHeight > innerHeight - 8 ? Math.max(8, top - sheet.offsetHeight - 4) : bottom + 4
    sheet.style.left = `${Math.max(8, x)}px`
    sheet.style.top = `${y}px`
  }

  const closeByLink = ({ target, currentTarget }: MouseEvent<HTMLElement>) => {
    if (target instanceof Element && target.closest('a')) currentTarget.hidePopover()
  }

  return (
    <>
      <button ref={button} type="button" className={className} popoverTarget={id} aria-label={label}>
        {name}
      </button>
      <div id={id} popover="auto" className="flyout" onToggle={place} onClick={closeByLink}>
        {children}
      </div>
    </>
  )
}
