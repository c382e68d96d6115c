/** How a clause stands to what it says: it asserts it, denies or forbids it, or reports others. */
export type Stance = "asserted" | "denied" | "reported";

export type Clause = {
  readonly from: number;
  readonly to: number;
  /** Where in the text the denial takes effect; before it the clause still asserts. */
  readonly deniedFrom: number;
  readonly isReported: boolean;
};

const denial =
  /(?:绝对?|并|从来?|永远|都|也|更|均|肯定)?(?:不会|不能|不得|不可以?|不许|不允许|不准|不应|不必|无权|没有权[力利]?|没权|没有?资格|没有?义务|没有这个权力|从不|不搞|不做|不干|不需要|不用|无需|严禁|禁止|没人|谁也不?|不是|没有任何|不再|不读取|不联系|不骚扰|不恐吓|不影响|不属于|不构成|抓不了|不找|不骂|不吓|不惊动|不敢|没有人会?|没那|没权|没本事|不至于|不进|不带|不管|不上|不受)/g;
const deniesThreat =
  /(?:被禁止|被严禁|会不会|是不是|信不信|敢不敢|不会不|不得不|不是吓|不用你还|不是人|不是东西|不会放过|不会再有人|不用还|不能考|不得考|不得出|不得安|不会停|不用走|不用签|不用打|不用开|不经|不再客气|不用开庭|不用还了|不会罢|不会让你好)/;
const advice =
  /(?:请勿|切勿|勿|谨防|警惕|提防|千万别|千万不要|不要|别)(?:相信|信|向|把|给|点击|转|借|加|去|听|做|听人|怕|理|答应|想不开|再|被)?/g;
const reported =
  /(?:您|你)(?:说|反映|投诉|举报|提到|刚才|担心|听说|听到|问|认为|遇到|收到)|有人(?:说|冒充|自称|以|上门|加|跟|让|伪造|打|往|把|逼|要|找)|如有|若有|如果有人|如接到|如遇|遇到|收到.{0,6}(?:自称|冒充|短信)|凡是?|任何|所谓|声称|自称|冒充|假冒|伪造|骗子|骗局|诈骗(?:电话|短信|分子|集团)?(?!罪)|不法分子|谁(?:说|让|要|跟)|那种|那套|之前(?:有人|那个)|那位|那个人|外包|该员|催收员(?:要|联系|辱)|网上(?:说|都|传)|外面说|听人/;
/** What is said after, or in the sentence that follows, and turns what was said into a report. */
const reportedAfter =
  /^[^。!?]{0,30}(?:(?:都|就|那)?是.{0,4}(?:骗|假的|瞎|谣|违法|犯法|犯罪)|瞎(?:扯|说|传)|谣言|没这回事|没有的事|怎么可能|不存在|属实|道歉|致歉|歉意|抱歉|报警|打110|举报|违规|不当|别信|别怕|别干|别理|别听|别上当|不会|不是我们|肯定不是|我们不(?:用|做|干|搞)|我们没|我们从不|早就禁|已经?(?:罚|开除|处理|停职)|停职|开除|侵权|不允许|不许|拉黑报警|没那|查出来|骗你)/;

/** Clauses end at these; a list (“、”) stays in one. */
const clauseEnd = /[,。;!?:\]]/;

/** The clauses of a text, and the stance that each takes by its own words and its sentence. */
export function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  let sentenceFrom = 0;
  const sentences = text.split(/(?<=[。!?])/);
  for (const [k, sentence] of sentences.entries()) {
    const next = sentences[k + 1] ?? "";
    const isReported =
      reported.test(sentence) ||
      (/[,、]/.test(sentence) &&
        reportedAfter.test(sentence.slice(sentence.search(/[,、]/) + 1))) ||
      (/[?!]$/.test(sentence) && reportedAfter.test(next)) ||
      /(?:是|那|都).{0,3}(?:瞎|谣|骗|假的|违法|犯法)|不是我们/.test(sentence);
    let from = sentenceFrom;
    for (let at = 0; at <= sentence.length; at++) {
      if (at < sentence.length && !clauseEnd.test(sentence[at]!)) continue;
      const to = sentenceFrom + at;
      if (to > from) clauses.push({ from, to, deniedFrom: deniedFrom(text, from, to), isReported });
      from = to + 1;
    }
    sentenceFrom += sentence.length;
  }
  return clauses;
}

function deniedFrom(text: string, from: number, to: number): number {
  const clause = text.slice(from, to);
  const starts = [...clause.matchAll(denial), ...clause.matchAll(advice)]
    .filter((it) => !deniesThreat.test(clause.slice(Math.max(0, it.index - 1), it.index + 6)))
    .map((it) => from + it.index);
  return starts.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...starts);
}

export function stanceAt(clauses: readonly Clause[], at: number): Stance {
  const clause = clauses.find((it) => at >= it.from && at < it.to);
  if (clause === undefined) return "asserted";
  if (at >= clause.deniedFrom) return "denied";
  return clause.isReported ? "reported" : "asserted";
}
