import type { FoundingStep } from '../graph.generated'

/** All steps, in their order. */
export const steps: readonly FoundingStep[] = ['COLLECTION', 'RULES', 'APPLICATION', 'REVIEW', 'REPLY', 'MEETING', 'FILING', 'PLATE']
