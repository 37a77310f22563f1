import { z } from 'zod'
import { defineEvent } from '../define-event'
import { constant, id } from '../fields'

/**
 * A scanned paper was taken back: its bytes and its name are gone for good. That it was attached is no fact of its own, as nobody counts papers;
 * this one is there so that a backup of before, once it is restored, gives the bytes up again.
 */
export const PaperWithdrawn = defineEvent({
  type: 'membership.paper-withdrawn.v1',
  topic: 'membership.papers',
  key: 'recordId',
  summary: { zh: '撤回扫描件', en: 'A scanned paper was taken back, and its bytes are gone' },
  data: z.object({
    recordId: id().describe('What was attached to one record of a founding, or one note of a condition: derived from both ids.'),
    paperId: id(),
    reason: constant().describe('WRONG_FILE UNREADABLE NAMES_SOMEBODY TERM_OVER.'),
  }),
})
