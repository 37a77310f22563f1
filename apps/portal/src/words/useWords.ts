import { useMemo } from 'react'
import type {
  AppointmentBasis,
  AppointmentEndReason,
  AreaKind,
  CoverageState,
  FormationMode,
  FoundingOutcome,
  FoundingStep,
  HoldingKind,
  Level,
  PilotTaskState,
  Rank,
} from '../graph.generated'
import { NO_END } from '../date/days'
import { useText } from '../language/useText'

/** The domain's words for the codes of the graph, the same on every page. */
export function useWords() {
  const text = useText()
  return useMemo(
    () => ({
      /** Names in a line. */
      list: (names: readonly string[]) => names.join(text('words.separator')),
      /** 县(市、区), 街道乡镇 … */
      level: (level: Level) => text(`words.level.${level}`),
      areaKind: (kind: AreaKind) => text(`words.areaKind.${kind}`),
      /** 已建, 联建、依托, 空白, 功能区 */
      coverage: (state: CoverageState) => text(`words.coverage.${state}`),
      /** 单独组建, 区域联建 … */
      mode: (mode: FormationMode) => text(`words.mode.${mode}`),
      /** 征集会员, 起草章程 … */
      foundingStep: (step: FoundingStep) => text(`words.foundingStep.${step}`),
      /** 已办结, 不予批准 … */
      foundingOutcome: (outcome: FoundingOutcome) => text(`words.foundingOutcome.${outcome}`),
      /** 主席, 副主席 … */
      rank: (rank: Rank) => text(`words.rank.${rank}`),
      /** Where a pilot is: 未开始, 进行中, 已完成, 不再开展 */
      pilotTask: (state: PilotTaskState) => text(`words.pilotTask.${state}`),
      /** 任职, 兼职, 挂职 */
      holding: (kind: HoldingKind) => text(`words.holding.${kind}`),
      /** What an appointment rests on: 选举, 任命文件 … */
      basis: (basis: AppointmentBasis) => text(`words.basis.${basis}`),
      /** Why a holding ended early: 辞职, 工作调动 … */
      endReason: (reason: AppointmentEndReason) => text(`words.endReason.${reason}`),
      /** The day on which a post ends; in a group without terms, that it goes on until the group is ended. */
      end: (until: string) => (until === NO_END ? text('words.noEnd') : until),
    }),
    [text],
  )
}
