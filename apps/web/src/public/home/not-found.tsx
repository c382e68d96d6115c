import type { ReactNode } from "react";
import { Empty } from "../../design/states/states.tsx";
import { Page } from "../../frame/page.tsx";
import { useWords } from "../../text/language.tsx";

export function NotFound(): ReactNode {
  const { say } = useWords();
  return (
    <Page>
      <Empty
        title={say({ zh: "这个地址没有页面", en: "There is no page at this address" })}
        next={<a href="/">{say({ zh: "回到首页", en: "Go to the first page" })}</a>}
      />
    </Page>
  );
}
