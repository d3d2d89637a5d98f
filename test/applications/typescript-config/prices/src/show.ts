import { format } from '../../libs/money';

export const handler = async (event: { cents: number }) => ({ statusCode: 200, body: format(event.cents) });
