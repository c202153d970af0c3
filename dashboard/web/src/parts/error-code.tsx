// A code of an error. It breaks between its words where there is no room.
import { Fragment } from 'react';

export function ErrorCode({ code }: { code: string }) {
  return (
    <code dir="ltr">
      {code.split(/(?<=_)/).map((word, index) => <Fragment key={index}>{index > 0 && <wbr />}{word}</Fragment>)}
    </code>
  );
}
