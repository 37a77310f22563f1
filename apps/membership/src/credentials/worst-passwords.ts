import { dictionary } from '@zxcvbn-ts/language-common'

/** Passwords that were found most often among those that were stolen, some 49,000, in small letters. */
export const worstPasswords: ReadonlySet<string> = new Set(dictionary['passwords-common'] as string[])
