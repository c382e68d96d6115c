import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Choice } from "../../design/controls/controls.tsx";
import { useWords } from "../../text/language.tsx";
import { read } from "../../wire/request.ts";

export type Book = {
  readonly bookId: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly currency: string;
  readonly zone: string;
  readonly closedThrough: string;
  readonly businessDay: string;
};

export function useBooks(): UseQueryResult<{ readonly items: readonly Book[] }> {
  return useQuery({
    queryKey: ["books"],
    queryFn: ({ signal }) => read<{ items: readonly Book[] }>("/v1/books", signal),
    staleTime: 30_000,
  });
}

const remembered = "fairdue.book";

/** The book that the console looks at: named in the address, else the last one, else the first. */
export function useBook(): {
  readonly books: ReturnType<typeof useBooks>;
  readonly book: Book | undefined;
  readonly choose: (bookId: string) => void;
} {
  const books = useBooks();
  const [chosen, setChosen] = useState<string | null>(
    () => new URLSearchParams(location.search).get("book") ?? localStorage.getItem(remembered),
  );
  const items = books.data?.items ?? [];
  return {
    books,
    book: items.find((it) => it.bookId === chosen) ?? items[0],
    choose: (bookId) => {
      localStorage.setItem(remembered, bookId);
      const url = new URL(location.href);
      url.searchParams.set("book", bookId);
      history.replaceState(null, "", url);
      setChosen(bookId);
    },
  };
}

export function BookChoice(props: {
  readonly book: Book;
  readonly books: readonly Book[];
  readonly choose: (bookId: string) => void;
}): ReactNode {
  const { say } = useWords();
  if (props.books.length < 2) return <span className="soft">{say(props.book.name)}</span>;
  return (
    <Choice
      label={say({ zh: "账簿", en: "Book" })}
      value={props.book.bookId}
      onChange={props.choose}
      options={props.books.map((it) => ({ value: it.bookId, label: say(it.name) }))}
    />
  );
}
