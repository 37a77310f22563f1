import { useLanguage } from '../language/LanguageProvider'
import { useAnswer } from '../my-sign-in/useAnswer'
import { readProvider } from './identity-provider-api'

/** What the city's identity provider is called in the reader's language; null: there is none, or that is not known yet. */
export function useProviderName(): string | null {
  const { language } = useLanguage()
  const { answer } = useAnswer(readProvider)
  return answer?.name?.[language] ?? null
}
