/** Text as searches compare it: lower case, `ё` as `е`, words parted and surrounded by one space. */
export function normalise(text: string): string {
  const words = text.toLowerCase().replaceAll('ё', 'е').match(WORD);
  return words ? ` ${words.join(' ')} ` : ' ';
}

/** Words may hold `+`, `#` and inner dots: C++, C#, Node.js, .NET. */
export const WORD = /\.?[\p{L}\p{N}]+(?:\.[\p{L}\p{N}]+)*[+#]*/gu;
