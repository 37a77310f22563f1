import dayjs from 'dayjs'
import type { ReactNode } from 'react'
import { createContext, useContext, useEffect, useMemo, useState } from 'react'
import { IntlProvider } from 'react-intl'
import { Theme } from '../theme/Theme'
import type { LanguagePack } from './language-pack'
import type { Language } from './languages'
import { chosenLanguage, keepLanguage, loadLanguage } from './languages'

interface Choice {
  language: Language
  /** Switches at once; the new language's texts are fetched first. */
  choose: (language: Language) => void
}

const Chosen = createContext<Choice>({ language: 'zh', choose: () => undefined })

/** The language that is shown and how to change it. */
export function useLanguage(): Choice {
  return useContext(Chosen)
}

/** Texts, numbers, dates and Ant Design in the reader's language; `first` is the pack loaded before the first paint. */
export function LanguageProvider({ first, children }: { first: LanguagePack; children: ReactNode }) {
  const [shown, setShown] = useState({ language: chosenLanguage(), pack: first })

  useEffect(() => {
    document.documentElement.lang = shown.pack.tag
    dayjs.locale(shown.language === 'zh' ? 'zh-cn' : 'en')
  }, [shown])

  const choice = useMemo(
    () => ({
      language: shown.language,
      choose: (language: Language) => {
        keepLanguage(language)
        void loadLanguage(language).then((pack) => setShown({ language, pack }))
      },
    }),
    [shown.language],
  )

  return (
    <Chosen.Provider value={choice}>
      <IntlProvider locale={shown.pack.tag} timeZone="Asia/Shanghai" messages={shown.pack.messages}>
        <Theme locale={shown.pack.antd}>{children}</Theme>
      </IntlProvider>
    </Chosen.Provider>
  )
}
