package aiquant.exchange.wire;

/// What one WebSocket frame carries. The channel does not always tell the kind, so the type does.
public sealed interface Payload extends Wire
        permits ActiveAssetData,
                AllMids,
                Bar,
                Bbo,
                ControlPayload,
                L2Book,
                MarketPayload,
                PostReply,
                StatePayload,
                Trades,
                UserEvent,
                UserPayload {}
