import { useMemo } from 'react'
import type { PaperKind } from '../graph.generated'
import { useText } from '../language/useText'

const KIBIBYTE = 1024

/** The words of papers, the same on every page. */
export function usePaperText() {
  const text = useText()
  return useMemo(() => {
    /** 1.4 MB, 220 KB */
    const size = (bytes: number) => {
      const kibibytes = Math.max(1, Math.round(bytes / KIBIBYTE))
      return kibibytes < KIBIBYTE
        ? text('papers.kibibytes', { count: kibibytes })
        : text('papers.mebibytes', { count: kibibytes / KIBIBYTE })
    }
    return {
      size,
      /** PDF, 1.4 MB */ kindAndSize: (kind: PaperKind, bytes: number) => text('papers.kindAndSize', { kind, size: size(bytes) }),
    }
  }, [text])
}
