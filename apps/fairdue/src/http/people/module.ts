import {
  listPersonReads,
  readPerson,
  refusal,
  revealPerson,
  savePerson,
  searchPeople,
} from "@fairdue/api";
import { accepted, refused } from "@fairdue/kernel";
import { parsePersonalFieldId, personalFields } from "@fairdue/servicing";
import {
  borrowersById,
  listFieldsOnFile,
  listPersonalReads,
  loadBorrower,
  type PersonalValues,
  visibleBorrowers,
} from "@fairdue/store";
import { answers, type HttpModule, writes } from "../compose/operation.ts";
import type { Shell } from "../compose/shell.ts";

/** People: found by what somebody may know of them, shown masked, opened for a purpose. */
export const peopleModule: HttpModule = {
  name: "people",
  operations: [
    answers(searchPeople, async (shell, { query }) => {
      const found = await search(shell, query.q.trim());
      const ids = (await visibleBorrowers(shell.database, found)).slice(0, query.limit);
      const masked = await shell.vault.masked(shell.database, ids, ["name", "phone"]);
      return accepted({
        items: ids.map((borrowerId) => ({ borrowerId, ...masked.get(borrowerId) })),
      });
    }),
    answers(readPerson, async (shell, { params }) => {
      const { database, vault } = shell;
      const { borrowerId } = params;
      if (!(await loadBorrower(database, borrowerId)))
        return refused(refusal("borrower-not-found"));
      const onFile = await listFieldsOnFile(database, borrowerId);
      const fields = onFile.flatMap((it) => parsePersonalFieldId(it.field) ?? []);
      const masked = await vault.masked(database, [borrowerId], fields);
      return accepted({
        borrowerId,
        masked: wire(masked.get(borrowerId)),
        fields: onFile.flatMap((it) => {
          const id = parsePersonalFieldId(it.field);
          return id === undefined
            ? []
            : [
                {
                  ...it,
                  class: personalFields[id].class,
                  purposes: [...personalFields[id].purposes],
                  updatedAt: new Date(it.updatedAt).toISOString(),
                },
              ];
        }),
      });
    }),
    answers(revealPerson, async (shell, { params, body, actor }) => {
      const { borrowerId } = params;
      if (!(await loadBorrower(shell.database, borrowerId)))
        return refused(refusal("borrower-not-found"));
      // Not a write of the contract: its answer holds plain data, and answers of writes are kept.
      const opened = await shell.database.transaction((tx) =>
        shell.vault.reveal(tx, { borrowerId, actor: actor.actorId, ...body }),
      );
      return opened.ok
        ? accepted({ borrowerId, values: wire(opened.value) })
        : refused(
            refusal("purpose-not-allowed", {
              field: "body.purpose",
              value: opened.refusal.purpose,
              expected: `one of: ${personalFields[opened.refusal.field].purposes.join(", ")}`,
            }),
          );
    }),
    answers(listPersonReads, async (shell, { params }) => {
      if (!(await loadBorrower(shell.database, params.borrowerId)))
        return refused(refusal("borrower-not-found"));
      const reads = await listPersonalReads(shell.database, params.borrowerId, 200);
      return accepted({
        items: reads.map((it) => ({
          ...it,
          fields: [...it.fields],
          readAt: new Date(it.readAt).toISOString(),
        })),
      });
    }),
    writes(savePerson, async (shell, { params, body }, tx) => {
      const { borrowerId } = params;
      if (!(await loadBorrower(tx, borrowerId))) return refused(refusal("borrower-not-found"));
      await shell.vault.write(tx, [{ borrowerId, values: present(body.values) }], body.source);
      const fields = Object.keys(body.values).flatMap((it) => parsePersonalFieldId(it) ?? []);
      const masked = await shell.vault.masked(tx, [borrowerId], fields);
      return accepted({ borrowerId, masked: wire(masked.get(borrowerId)) });
    }),
  ],
};

async function search(shell: Shell, text: string): Promise<readonly string[]> {
  const { database, vault } = shell;
  if (/^(brw|acc)_[0-9A-Za-z-]{1,48}$/.test(text)) return await borrowersById(database, text);
  const found = await Promise.all(
    (["phone", "name", "idNumber"] as const).map((field) => vault.find(database, field, text)),
  );
  return [...new Set(found.flat())];
}

function wire(values: PersonalValues | undefined): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values ?? {}).filter((it): it is [string, string] => it[1] !== undefined),
  );
}

function present(values: Readonly<Record<string, string | undefined>>): PersonalValues {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const field = parsePersonalFieldId(name);
      return field === undefined || value === undefined ? [] : [[field, value]];
    }),
  );
}
