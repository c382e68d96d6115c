import type { ReactNode } from "react";
import { Empty } from "../../design/states/states.tsx";
import { Asked } from "../../wire/asked.tsx";
import { useBook } from "../book/use-book.tsx";

/** Draws what belongs to a book, once it is known which. */
export function OfBook(props: { readonly children: (bookId: string) => ReactNode }): ReactNode {
  const { books, book } = useBook();
  return <Asked query={books}>{() => (book ? props.children(book.bookId) : <Empty />)}</Asked>;
}
