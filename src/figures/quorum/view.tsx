import { Choice } from '#figures/controls/choice.tsx'
import { Matrix } from './matrix.tsx'
import { levelNames, type LevelName, meetingsOf, needOf, percentText } from './quorum.ts'
import { type QuorumSetting, availabilities, settled } from './setting.ts'
import { meetingInWords, nowInWords } from './words.ts'
import { Sets } from './sets.tsx'
import { Survival } from './survival.tsx'

interface Props {
  readonly id: string
  readonly setting: QuorumSetting
  /** All controls: single nodes down, and how reliable a node is. */
  readonly full: boolean
  readonly onChange?: (setting: QuorumSetting) => void
}

/** N, W and R: which sets of copies must meet, which failures they survive, how much of the time they answer. */
export function QuorumView({ id, setting, full, onChange }: Props) {
  const { copies } = setting
  const [write, read] = [needOf(setting.write, copies) ?? copies, needOf(setting.read, copies) ?? copies]
  const meeting = meetingsOf(copies, write, read)
  const alive = onChange !== undefined
  const set = (change: Partial<QuorumSetting>) => onChange?.(settled({ ...setting, ...change }))
  return (
    <div class="quorum">
      <div class="quorum-controls">
        <Choice
          id={`${id}-copies`}
          label="Copies (N)"
          value={String(copies)}
          alive={alive}
          options={[1, 2, 3, 4, 5, 6].map((count) => [String(count), String(count)])}
          onChange={(value) => set({ copies: Number(value) })}
        />
        <Choice
          id={`${id}-write`}
          label="A write waits for (W)"
          value={setting.write}
          alive={alive}
          options={levelOptions(copies)}
          onChange={(value) => set({ write: value as LevelName })}
        />
        <Choice
          id={`${id}-read`}
          label="A read waits for (R)"
          value={setting.read}
          alive={alive}
          options={levelOptions(copies)}
          onChange={(value) => set({ read: value as LevelName })}
        />
        {full && (
          <Choice
            id={`${id}-up`}
            label="One node is up"
            value={String(setting.millionths)}
            alive={alive}
            options={availabilities.map((part) => [
              String(part),
              `${percentText({ over: BigInt(part), under: 1_000_000n })} of the time`,
            ])}
            onChange={(value) => set({ millionths: Number(value) })}
          />
        )}
      </div>
      <p class="quorum-said" role="status">
        {meetingInWords(write, read, meeting)}
      </p>
      <div class="quorum-stage">
        <Sets
          setting={setting}
          meeting={meeting}
          full={full}
          alive={alive}
          onDown={(down) => set({ down })}
        />
        <Matrix meeting={meeting} />
      </div>
      {full && setting.down.length > 0 && <p class="quorum-now">{nowInWords(setting, write, read)}</p>}
      <Survival setting={setting} write={write} read={read} />
    </div>
  )
}

function levelOptions(copies: number): readonly (readonly [string, string])[] {
  return levelNames.flatMap((level) => {
    const need = needOf(level, copies)
    return need === undefined ? [] : [[level, `${level}: ${need} of ${copies}`] as const]
  })
}
