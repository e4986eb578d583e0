package gongkai.publication.language;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Words, spaces, tabs and new lines. Control characters and halves of surrogate pairs can be written in JSON, but neither
 * stored nor printed.
 */
@Documented
@Constraint(validatedBy = {})
@Pattern(regexp = "[\\t\\n\\r[^\\p{Cc}\\p{Cs}]]*")
@ReportAsSingleViolation
@Retention(RUNTIME)
@Target({FIELD, PARAMETER})
public @interface PlainText {

    String message() default "{gongkai.PlainText.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
