import type { BodyOf } from "../../../core/contributions/record-types.ts";
import { postToRelay } from "../moderation/post-to-relay.ts";

type Voucher = NonNullable<BodyOf<"support">["voucher"]>;

interface VoucherRequest {
  /** As printed. */
  readonly code: string;
  readonly space: string;
  readonly ballot: string;
  /** Key that will support. */
  readonly subject: string;
}

/** Exchanges a code handed out on paper for a voucher that one verified person stands behind a key. Throws the relay's refusal. */
export async function askVoucher(relay: string, asked: VoucherRequest): Promise<Voucher> {
  const { voucher } = (await postToRelay(relay, "/v1/vouchers", asked)) as { readonly voucher: Voucher };
  return voucher;
}
