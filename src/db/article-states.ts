import type { Db } from './database.ts';

export async function setEmbargo(
  tx: Db,
  id: string,
  { until, at }: { until: number | null; at: number },
): Promise<void> {
  await tx
    .updateTable('article')
    .set({ embargo_until: until === null ? null : new Date(until), updated_at: new Date(at) })
    .where('id', '=', id)
    .execute();
}

export async function markWithheld(
  tx: Db,
  id: string,
  withhold: { at: number; reason: string; note: string | null },
): Promise<void> {
  await tx
    .updateTable('article')
    .set({
      state: 'withheld',
      withheld_at: new Date(withhold.at),
      withhold_reason: withhold.reason,
      withhold_note: withhold.note,
      updated_at: new Date(withhold.at),
    })
    .where('id', '=', id)
    .execute();
}

export async function markReleased(tx: Db, id: string, at: number): Promise<void> {
  await tx
    .updateTable('article')
    .set({
      state: 'live',
      withheld_at: null,
      withhold_reason: null,
      withhold_note: null,
      updated_at: new Date(at),
    })
    .where('id', '=', id)
    .execute();
}

export async function markKilled(
  tx: Db,
  id: string,
  kill: { at: number; reason: string; note: string | null },
): Promise<void> {
  await tx
    .updateTable('article')
    .set({
      state: 'killed',
      killed_at: new Date(kill.at),
      kill_reason: kill.reason,
      kill_note: kill.note,
      updated_at: new Date(kill.at),
    })
    .where('id', '=', id)
    .execute();
}
