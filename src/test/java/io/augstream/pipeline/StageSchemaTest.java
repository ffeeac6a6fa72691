package io.augstream.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.augstream.settings.Json;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The schema knows every kind of the catalog, and takes what the contract test tries of it. */
class StageSchemaTest {
    @Test
    void whatTheContractTestTriesIsValid() {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Json.document(StageSchema.of(Map.of())));
        for (StageContractTest.Subject subject : StageContractTest.subjects()) {
            String yaml = "stages: [{" + subject.kind() + ": {" + subject.settings() + "}}]";
            assertEquals(Set.of(), schema.validate(yaml, InputFormat.YAML), yaml);
        }
    }

    @Test
    void policiesHaveTheirSettings() {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Json.document(StageSchema.of(Map.of())));
        String yaml = "stages: [rand_augment, {trivial_augment_wide: {interpolation: nearest, fill: 9, p: 0.5}},"
                + " {rand_augment: {name: second, num_ops: 3, magnitude: 12}}]";
        assertEquals(Set.of(), schema.validate(yaml, InputFormat.YAML), yaml);
        assertEquals(
                false,
                schema.validate("stages: [{rand_augment: {ops: 3}}]", InputFormat.YAML)
                        .isEmpty());
    }

    @Test
    void itIsTheSameTextEachTime() {
        assertEquals(
                Json.document(StageSchema.of(Map.of("data", Map.of()))),
                Json.document(StageSchema.of(Map.of("data", Map.of()))));
    }
}
