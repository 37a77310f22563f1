import { randomBytes } from 'node:crypto'
import { Problem } from '../processes'

/** The keys of personal fields, as settings of membership; or what of them a step changes. A key that is not there is empty, or not set. */
export interface FieldKeySettings {
  FIELD_KEY?: string
  NEXT_FIELD_KEY?: string
  PREVIOUS_FIELD_KEY?: string
}

/**
 * The steps by which the key of personal fields is replaced while everything runs: `next` makes a second key that all instances of membership can
 * open with, `use` has them seal with it and seal anew what the first one sealed, `drop` takes the first away. Between two steps membership is
 * restarted, one instance after the other. Throws a `Problem` where a step comes out of turn.
 */
export const fieldKeySteps: Record<string, (settings: FieldKeySettings) => FieldKeySettings> = {
  next({ FIELD_KEY, NEXT_FIELD_KEY, PREVIOUS_FIELD_KEY }) {
    given(FIELD_KEY)
    if (NEXT_FIELD_KEY) throw outOfTurn('NEXT_FIELD_KEY 已有下一个密钥，先 use', 'NEXT_FIELD_KEY holds one already: use comes first')
    if (PREVIOUS_FIELD_KEY)
      throw outOfTurn('PREVIOUS_FIELD_KEY 中还有上一个密钥，先 drop', 'PREVIOUS_FIELD_KEY holds one still: drop comes first')
    return { NEXT_FIELD_KEY: randomBytes(32).toString('base64') }
  },

  use({ FIELD_KEY, NEXT_FIELD_KEY }) {
    const previous = given(FIELD_KEY)
    if (!NEXT_FIELD_KEY) throw outOfTurn('缺少 NEXT_FIELD_KEY，先 next', 'NEXT_FIELD_KEY is not set: next comes first')
    return { FIELD_KEY: NEXT_FIELD_KEY, NEXT_FIELD_KEY: '', PREVIOUS_FIELD_KEY: previous }
  },

  drop({ FIELD_KEY, PREVIOUS_FIELD_KEY }) {
    given(FIELD_KEY)
    if (!PREVIOUS_FIELD_KEY) throw outOfTurn('没有 PREVIOUS_FIELD_KEY，无可去除', 'PREVIOUS_FIELD_KEY is not set: there is none to drop')
    return { PREVIOUS_FIELD_KEY: '' }
  },
}

function given(fieldKey: string | undefined): string {
  if (fieldKey) return fieldKey
  throw outOfTurn(
    '缺少 FIELD_KEY，先载入 .env：set -a; . ./.env; set +a；npm start 的密钥请加 --start',
    'FIELD_KEY is not set: load .env first (set -a; . ./.env; set +a), or give --start for the keys of npm start',
  )
}

const outOfTurn = (chinese: string, english: string) => new Problem(`密钥未更换：${chinese}。`, `Nothing was changed: ${english}.`)
