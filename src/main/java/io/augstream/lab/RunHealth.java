package io.augstream.lab;

import io.augstream.train.health.Beginning;
import io.augstream.train.health.Diagnosis;
import io.augstream.train.health.HealthMap;

/** What was seen of a run's layers: what it says, how the run began, and what can be looked at. */
public record RunHealth(Diagnosis diagnosis, Beginning beginning, HealthMap map) {}
