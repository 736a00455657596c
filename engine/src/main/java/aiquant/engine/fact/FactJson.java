package aiquant.engine.fact;

import aiquant.kernel.decision.Intent;
import aiquant.kernel.market.Symbol;
import aiquant.money.Price;
import aiquant.money.Quantity;
import aiquant.money.Usd;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// Facts as JSON and back. Doubles keep every bit, money is decimal text, empty values are left out.
public final class FactJson {
    private static final Map<String, Class<? extends Fact>> KINDS = new LinkedHashMap<>();
    private static final JsonMapper JSON = mapper();

    static {
        for (Class<?> kind : Fact.class.getPermittedSubclasses()) {
            KINDS.put(kind.getSimpleName(), kind.asSubclass(Fact.class));
        }
    }

    private FactJson() {}

    /// The kind under which the ledger keeps this fact.
    public static String kind(Fact fact) {
        return fact.getClass().getSimpleName();
    }

    public static String write(Fact fact) {
        try {
            return JSON.writeValueAsString(fact);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + fact, e);
        }
    }

    /// @throws IllegalArgumentException if the kind is unknown or the body has not its form
    public static Fact read(String kind, String body) {
        Class<? extends Fact> type = KINDS.get(kind);
        if (type == null) {
            throw new IllegalArgumentException("unknown kind of ledger entry '" + kind + "'; known: " + KINDS.keySet());
        }
        try {
            return JSON.readValue(body, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "a ledger entry of kind " + kind + " cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    private static JsonMapper mapper() {
        SimpleModule money = new SimpleModule()
                .addDeserializer(Symbol.class, text(Symbol.class, Symbol::new))
                .addDeserializer(Usd.class, text(Usd.class, Usd::of))
                .addDeserializer(Price.class, text(Price.class, Price::of))
                .addDeserializer(Quantity.class, text(Quantity.class, Quantity::of))
                .addSerializer(Usd.class, ToStringSerializer.instance)
                .addSerializer(Price.class, ToStringSerializer.instance)
                .addSerializer(Quantity.class, ToStringSerializer.instance);
        return JsonMapper.builder()
                .addModule(new Jdk8Module())
                .addModule(money)
                .addMixIn(Symbol.class, SymbolForm.class)
                .addMixIn(Intent.class, IntentForm.class)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
    }

    private static <T> StdDeserializer<T> text(Class<T> type, Function<String, T> parse) {
        return new FromStringDeserializer<>(type) {
            @Override
            protected T _deserialize(String value, DeserializationContext context) {
                return parse.apply(value);
            }
        };
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Intent.Open.class, name = "open"),
        @JsonSubTypes.Type(value = Intent.Add.class, name = "add"),
        @JsonSubTypes.Type(value = Intent.Reduce.class, name = "reduce"),
        @JsonSubTypes.Type(value = Intent.Close.class, name = "close"),
    })
    private interface IntentForm {}

    private interface SymbolForm {
        @JsonValue
        String name();
    }
}
