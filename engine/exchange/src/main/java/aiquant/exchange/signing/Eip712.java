package aiquant.exchange.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import aiquant.exchange.action.Address;
import aiquant.exchange.action.UserSignedType.Field;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;

/// EIP-712 typed data, as far as the venue uses it: flat structs of text, addresses, flags and unsigned integers.
///
/// Source: EIP-712, Typed structured data hashing and signing.
final class Eip712 {

    private static final byte[] PREFIX = {0x19, 0x01};
    static final byte[] DOMAIN_TYPE_HASH =
            text("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");

    private Eip712() {}

    /// The separator of a domain in version 1 without a contract.
    static byte[] domain(String name, BigInteger chainId) {
        return Keccak.hash(DOMAIN_TYPE_HASH, text(name), text("1"), Words.of(chainId), new byte[Words.BYTES]);
    }

    /// What is signed.
    static byte[] digest(byte[] domain, byte[] structHash) {
        return Keccak.hash(PREFIX, domain, structHash);
    }

    /// `Name(type field,type field)`: the text whose hash stands for a type.
    static String encodeType(String primaryType, List<Field> fields) {
        return fields.stream()
                .map(field -> field.type() + ' ' + field.name())
                .collect(Collectors.joining(",", primaryType + '(', ")"));
    }

    /// @throws IllegalArgumentException if a field is missing or has another type
    static byte[] structHash(String primaryType, List<Field> fields, JsonNode message) {
        ByteArrayOutputStream struct = new ByteArrayOutputStream();
        struct.writeBytes(text(encodeType(primaryType, fields)));
        fields.forEach(field -> struct.writeBytes(value(field, message.path(field.name()))));
        return Keccak.hash(struct.toByteArray());
    }

    static byte[] text(String text) {
        return Keccak.hash(text.getBytes(UTF_8));
    }

    private static byte[] value(Field field, JsonNode value) {
        if (value.isMissingNode() && field.isOptional()) {
            return text("");
        }
        return switch (field.type()) {
            case "string" -> text(checked(value.isTextual(), field, value).textValue());
            case "address" ->
                Words.of(new BigInteger(
                        1, new Address(checked(value.isTextual(), field, value).textValue()).bytes()));
            case "bool" ->
                Words.of(checked(value.isBoolean(), field, value).booleanValue() ? BigInteger.ONE : BigInteger.ZERO);
            case "uint64" -> Words.of(checked(isUnsigned(value), field, value).bigIntegerValue());
            default -> throw new IllegalArgumentException("no type of a field: " + field.type());
        };
    }

    private static JsonNode checked(boolean isOfType, Field field, JsonNode value) {
        if (!isOfType) {
            throw new IllegalArgumentException(
                    "field " + field.name() + " must be a value of type " + field.type() + ": " + value);
        }
        return value;
    }

    private static boolean isUnsigned(JsonNode value) {
        return value.isIntegralNumber()
                && value.bigIntegerValue().signum() >= 0
                && value.bigIntegerValue().bitLength() <= Long.SIZE;
    }
}
