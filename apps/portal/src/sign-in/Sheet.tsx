import type { ReactNode } from 'react'
import { useLanguage } from '../language/LanguageProvider'
import { useText } from '../language/useText'
import './sign-in.css'

/** The page before the portal: name, one form, the other language. */
export function Sheet({ title, children }: { title: string; children: ReactNode }) {
  const text = useText()
  const { language, choose } = useLanguage()
  return (
    <main className="sign-in">
      <header>
        <p className="sign-in-name">{text('frame.name')}</p>
        <p className="quiet">{text('frame.subtitle')}</p>
      </header>
      <h1>{title}</h1>
      {children}
      <footer className="not-printed">
        <button type="button" className="plain-button" onClick={() => choose(language === 'zh' ? 'en' : 'zh')}>
          {text('frame.otherLanguage')}
        </button>
      </footer>
    </main>
  )
}
